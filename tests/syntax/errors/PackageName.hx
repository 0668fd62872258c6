// expect error: 2: Package name must start with a lowercase character
package Upper;

class PackageName {}
