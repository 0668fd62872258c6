import lib.core.Result;
import lib.core.Log.log as say;
using app.util.StrExt;
