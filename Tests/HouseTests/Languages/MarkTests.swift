import Testing

/// No template writes a text that is not marked to be translated.
@Suite struct MarkTests {
    /// What is the same in every language.
    private static let samples: Set<String> = ["UTC", "djet", "10/s", "2/s", "gl", "customer", "/tickets"]

    @Test func everyTextOfATemplateIsMarked() {
        let files = House.files(in: "Sources/DjetEngine/Web/templates", ending: ".mustache")
        #expect(files.count > 90)
        for file in files {
            for text in Self.unmarked(in: file.text) where !Self.samples.contains(text) {
                Issue.record("\(file.path): mark the text: {{#t}}\(text){{/t}}")
            }
        }
    }

    @Test(
        arguments: [
            ("<p>Two {{#t}}jobs{{/t}}</p>", ["Two"]), ("<p title=\"Job {{a}}\">{{b}}</p>", ["Job"]),
            ("<code>djet up</code> {{> part}}{{#a}}, {{/a}}", []), ("<p aria-label=\"{{#t}}A{{/t}}\">", []),
            ("<input{{> part}} name=\"a\">&amp; · 7", []),
        ])
    func aTextWithoutAMarkIsFound(template: String, texts: [String]) {
        #expect(Self.unmarked(in: template) == texts)
    }

    @Test func aMarkedTextIsOnOneLineAndWithinNoOther() {
        for file in House.files(in: "Sources/DjetEngine/Web/templates", ending: ".mustache") {
            let begins = file.text.matches(of: #/\{\{#t\}\}/#).count
            #expect(begins == file.text.markedTexts.count, "\(file.path)")
            #expect(!file.text.markedTexts.contains { $0.contains("{{#t}}") }, "\(file.path)")
        }
    }

    private static func unmarked(in template: String) -> [String] {
        let text = template.replacing(#/\{\{#t\}\}.*?\{\{\/t\}\}/#, with: "").replacing(
            #/\{\{\{.*?\}\}\}|\{\{.*?\}\}/#, with: "")
        let attributes = text.matches(
            of: #/\s(?:aria-label|placeholder|title|alt|data-label|data-confirm|data-confirm-yes)="([^"]*)"/#
        ).map { String($0.1) }
        let shown = text.replacing(
            #/<(code|pre|style|script)\b[\s\S]*?<\/(code|pre|style|script)>/#, with: " "
        )
        .replacing(#/<[^>]*>/#, with: "\n").replacing(#/&\w+;|aria-[a-z]+="[^"]*"/#, with: "")
        let lines = shown.split(separator: "\n").map(String.init)
        return (attributes + lines).filter { $0.contains(#/[A-Za-z]/#) }.map(\.trimmed)
    }
}
