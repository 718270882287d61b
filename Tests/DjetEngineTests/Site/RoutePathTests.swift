import Testing

@testable import DjetEngine

@Suite struct RoutePathTests {
    @Test(
        arguments: [
            ("", [], [:]), ("a/{b}", ["a", "x"], ["b": "x"]), ("{n:int}", ["7"], ["n": "7"]),
            ("{rest*}", ["a", "b"], ["rest": "a/b"]), ("x/{rest*}", ["x", "a", "b"], ["rest": "a/b"]),
        ] as [(RoutePath, [String], [String: String])])
    func itMatches(path: RoutePath, rest: [String], parameters: [String: String]) {
        #expect(path.match(rest) == parameters)
    }

    @Test(
        arguments: [
            ("", ["a"]), ("a", []), ("a", ["b"]), ("{n:int}", ["x"]), ("{n:int}", ["-7"]),
            ("{n:int}", ["+7"]),
            ("{n:int}", ["99999999999999999999"]), ("{a}/b", ["x"]), ("{rest*}", []), ("{a}", ["x", "y"]),
        ] as [(RoutePath, [String])])
    func itDoesNotMatch(path: RoutePath, rest: [String]) {
        #expect(path.match(rest) == nil)
    }
}
