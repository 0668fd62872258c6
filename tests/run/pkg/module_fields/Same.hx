function sf() return "sf";
