package app.model;
enum Currency { Usd; Eur; Gbp; }
function rate(c:Currency):Float return switch c { case Usd: 1.; case Eur: 1.25; case Gbp: 1.5; }
function sign(c) return switch c { case Usd: "$"; case Eur: "€"; case Gbp: "£"; }
function parse(s:String):Currency { for (c in Currency.createAll()) if (sign(c) == s) return c; throw "unknown"; }
