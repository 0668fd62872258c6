package p;

function modf() return "modf";
