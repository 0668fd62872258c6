// expect error: 9: Expected identifier
// expect error: 10: Expected identifier
// expect error: 11: Expected . or ; or as
// expect error: 12: Expected . or ;
// expect error: 13: Unexpected 1
// expect error: 15: import and using may not appear after a declaration
package syntax.errors;

import ;
import a.;
import a.b c;
using a.b c;
import a.B as 1;
class Imports {}
import a.B;
