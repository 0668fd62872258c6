import a.Pt.Eith;
