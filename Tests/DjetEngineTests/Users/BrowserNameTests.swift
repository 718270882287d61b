import Testing

@testable import DjetEngine

@Suite struct BrowserNameTests {
    @Test(arguments: [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox on Linux"),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 "
                + "Safari/537.36 Edg/142.0.0.0", "Edge on Windows"
        ),
        (
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 "
                + "Mobile Safari/537.36", "Chrome on Android"
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
                + "Version/26.0 Mobile/15E148 Safari/604.1", "Safari on iPhone"
        ),
        ("curl/8.14.1", "curl/8.14.1"), ("", ""),
        (String(repeating: "x", count: 200), String(repeating: "x", count: 40)),
        // A single character, though a long one.
        ("x" + String(repeating: "\u{200D}", count: 200), "x" + String(repeating: "\u{200D}", count: 39)),
    ])
    func aBrowserIsCalledByItsName(agent: String, name: String) {
        #expect(BrowserName.of(agent) == name)
    }
}
