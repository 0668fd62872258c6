package p;

function modf() return "modf";

var modv = 3;

private var hidden = 1;
