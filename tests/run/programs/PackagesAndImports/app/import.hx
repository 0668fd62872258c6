import app.model.*;
import haxe.ds.StringMap as Dict;
using Lambda;
