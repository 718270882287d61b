import Testing

@testable import DjetModel

@Suite struct XMLWriterTests {
    private func element(_ content: String?) -> String {
        var xml = XMLWriter()
        xml.element("a", content)
        return xml.text.split(separator: "\n").dropFirst().joined()
    }

    @Test func elementsComeInTheOrderOfTheCalls() {
        var xml = XMLWriter()
        xml.element("z:b", ["y": "1", "x": "\"<"]) { xml in
            xml.element("c", "1")
            xml.element("a", ["k": "v"], "2")
        }
        #expect(
            xml.text == """
                <?xml version="1.0" encoding="UTF-8"?>
                <z:b y="1" x="&quot;&lt;">
                  <c>1</c>
                  <a k="v">2</a>
                </z:b>

                """)
    }

    @Test(arguments: [
        ("<&>\"", "&lt;&amp;&gt;&quot;"), ("]]>", "]]&gt;"), ("a\tb\r\n", "a&#9;b&#13;&#10;"),
        ("a\u{1}\u{B}\u{FFFE}b\u{FFFF}", "ab"), ("\"\u{301}", "&quot;\u{301}"), ("ä😀", "ä😀"),
    ])
    func aTextIsEscaped(text: String, escaped: String) {
        #expect(element(text) == "<a>\(escaped)</a>")
    }

    @Test(arguments: [nil, ""] as [String?])
    func nothingIsNoElement(text: String?) {
        #expect(element(text) == "")
    }
}
