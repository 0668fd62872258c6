import dn.*;
import dn.Process;
#if !macro
using StringTools;
using Lambda;
#end
