import Testing

@testable import DjetEngine

@Suite struct RequestPathTests {
    @Test func theSegmentsAreDecoded() throws {
        #expect(try RequestPath("/").segments == [])
        #expect(try RequestPath("/a/b%20c").segments == ["a", "b c"])
        #expect(try RequestPath("/a/").hasTrailingSlash)
        #expect(try RequestPath("/a/").text == "/a")
        #expect(try !RequestPath("/").hasTrailingSlash)
    }

    @Test(arguments: ["", "a", "//", "/a//b", "/./a", "/../a", "/%2e%2e/a", "/a%2fb", "/a%00", "/a%0ab"])
    func whatNothingCouldAnswerUnderIsRefused(path: String) {
        #expect(throws: RequestError.self) { try RequestPath(path) }
    }
}
