import Testing

@testable import DjetEngine

/// The marked texts of templates.
@Suite struct MarkedTextTests {
    private struct Page: Encodable {
        var count = 0
        var name = "<b>"
        var status = "open"
        var day = "2026-11-03"
        var amount = "1234.5"
        var isTrue = ["a": true]
    }

    private static let danish = Words(
        language: "da",
        texts: [
            "Sign in": "Log ind", "{{count}} job | {{count}} jobs": "{{count}} job | {{count}} jobber",
            "by {{name}}": "af {{name}}", "open": "åben", "2026-11-30": "30.11.2026", "1,234.5": "1.234,5",
            "yes": "ja", "Rate{{!of tax}}": "Sats", "Rate": "Takt",
        ])

    private func page(_ template: String, _ page: Page = Page(), in words: Words = danish) throws -> String {
        try Templates(["own": template]).text("own", data: page, in: words)
    }

    @Test func aMarkedTextIsReplacedWhenTheTemplateIsCompiled() throws {
        let template = "<p title='{{#t}}Sign in{{/t}}'>{{#t}}by {{name}}{{/t}} {{#t}}New{{/t}}</p>"
        #expect(try page(template) == "<p title='Log ind'>af &lt;b&gt; New</p>")
        #expect(try page(template, in: .english) == "<p title='Sign in'>by &lt;b&gt; New</p>")
        #expect(MarkedText.keys(in: template) == ["Sign in", "by {{name}}", "New"])
    }

    @Test(arguments: [(0, "0 jobber", "0 jobs"), (1, "1 job", "1 job"), (1234, "1234 jobber", "1234 jobs")])
    func aTextHasAFormForOne(count: Int, danish: String, english: String) throws {
        let template = "{{#t}}{{count}} job | {{count}} jobs{{/t}}"
        #expect(try page(template, Page(count: count)) == danish)
        #expect(try page(template, Page(count: count), in: .english) == english)
    }

    /// A comment tells apart what is one word in English.
    @Test func aCommentTellsTwoTextsApart() throws {
        let template = "{{#t}}Rate{{/t}}, {{#t}}Rate{{!of tax}}{{/t}}"
        #expect(try page(template) == "Takt, Sats")
        #expect(try page(template, in: .english) == "Rate, Rate")
    }

    @Test func aTextOfTheDataIsLookedUpWhereTheTemplateSaysSo() throws {
        let template =
            "{{status}} {{t(status)}} {{day(day)}} {{money(amount)}} {{#pairs(isTrue)}}{{value}}{{/pairs(isTrue)}}"
        #expect(try page(template) == "open åben 03.11.2026 1.234,50 ja")
        #expect(try page(template, in: .english) == "open open 2026-11-03 1,234.50 yes")
    }

    /// The page's own names win over those of the code.
    @Test func aNameWithinATextIsThatOfThePage() throws {
        struct Note: Encodable {
            let text = "open"
            let words = "closed"
        }
        let templates = try Templates(["own": "{{#text}}{{t(text)}}, {{words}}{{/text}}"])
        #expect(try templates.text("own", data: Note(), in: Self.danish) == "åben, closed")
    }

    @Test(arguments: ["{{#t}}", "{{/t}}{{#t}}", "a{{/t}}b", "{{#t}}a"])
    func aMarkWithoutAnEndIsNone(template: String) {
        #expect(MarkedText.keys(in: template).isEmpty)
        #expect(MarkedText.translated(template, by: Self.danish) == template)
    }
}
