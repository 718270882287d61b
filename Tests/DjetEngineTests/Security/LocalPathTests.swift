import Testing

@testable import DjetEngine

@Suite struct LocalPathTests {
    @Test(arguments: ["/", "/a", "/a/b?c=d%26e#f", "/a//b", "/@evil.example", "/:80"])
    func aPathOfThisSiteStays(path: String) {
        #expect(LocalPath.checked(path) == path)
    }

    @Test(arguments: [
        "", "a", "//a", "///a", "/\\a", "\\a", "/a\\b", "http://a", "https:a", "javascript:a", " /a", "/\t/a",
        "/a\r\nb: c", "/a b", "/æ", "/\u{0}", "?a", "#a",
    ])
    func anythingElseIsNone(path: String) {
        #expect(LocalPath.checked(path) == nil)
    }

    @Test func noneIsLongerThanAQueryMayBe() {
        #expect(LocalPath.checked("/" + String(repeating: "a", count: 1000)) == nil)
        #expect(LocalPath.checked(nil) == nil)
    }
}
