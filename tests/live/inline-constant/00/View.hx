class View {
	public static function show():String
		return "width " + Config.WIDTH + " area " + area();

	static function area():Int
		return Config.AREA;
}
