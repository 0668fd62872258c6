// expect error: 3: Invalid constant
@a(x) class Metadata {
    @h(~/a/) static function main() {}
}
