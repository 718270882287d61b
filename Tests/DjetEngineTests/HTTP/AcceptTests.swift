import Testing

@testable import DjetEngine

@Suite struct AcceptTests {
    @Test(
        arguments: [
            (nil, "application/json"), ("", "application/json"), ("*/*", "application/json"),
            ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html"), ("text/*", "text/html"),
            ("application/json;q=0.5, text/html;q=0.4", "application/json"),
            ("text/html;q=0, */*", "application/json"), ("APPLICATION/JSON", "application/json"),
            ("image/png", nil), ("*/*;q=0", nil), ("nonsense", "application/json"),
        ] as [(String?, String?)])
    func theTypeThatIsLikedBestIsTaken(header: String?, best: String?) {
        #expect(Accept(header).best(of: ["application/json", "text/html"]) == best)
    }
}
