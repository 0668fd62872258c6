class Config {
	public static inline var WIDTH = 80;
	public static inline var AREA = WIDTH * 2;
}
