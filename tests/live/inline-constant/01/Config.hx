class Config {
	public static inline var WIDTH = 100;
	public static inline var AREA = WIDTH * 2;
}
