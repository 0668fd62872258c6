class Global {
	public static inline var NAME = "global";
}
