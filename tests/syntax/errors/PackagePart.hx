// expect error: 2: Unexpected Upper
package lower.Upper;

class PackagePart {}
