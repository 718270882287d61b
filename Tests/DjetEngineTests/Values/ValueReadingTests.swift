import DjetModel
import Testing

@testable import DjetEngine

@Suite struct ValueReadingTests {
    static func view(_ text: String, of function: (any ModelFunction.Type)? = nil) throws -> ValueView {
        try ValueReading { "/files/\($0.id)" }.view(ofReply: text, of: function)
    }

    @Test(arguments: [
        ("null", ValueView.Kind.nothing, ""), (#""a \"b\"""#, .text, #"a "b""#), ("true", .text, "yes"),
        ("12345678901234567890.123", .text, "12345678901234567890.123"), (#""a\nb""#, .block, "a\nb"),
        (#""2026-11-21T12:00:00.000000Z""#, .time, "2026-11-21T12:00:00.000000Z"),
        (#""2026-11-21T12:00:00Z<script>""#, .text, "2026-11-21T12:00:00Z<script>"),
    ])
    func aPlainValueIsAText(json: String, kind: ValueView.Kind, text: String) throws {
        let view = try Self.view(json)
        #expect(view.kind == kind && view.text == text)
    }

    @Test func anObjectIsASheetInTheOrderOfItsType() throws {
        let reply = #"{"net": 1, "lines": 7, "orders": 2, "a b": [], "salesTotal": 12.50}"#
        let view = try Self.view(reply, of: OrderTotals.self)
        #expect(view.parts.map(\.title) == ["Lines", "Orders", "Sales total", "A b", "Net"])
        #expect(view.parts.map(\.value.text) == ["7", "2", "12.50", "", "1"])
        let unknown = try Self.view(reply)
        #expect(unknown.parts.map(\.title) == ["A b", "Lines", "Net", "Orders", "Sales total"])
    }

    @Test func aListOfObjectsIsATable() throws {
        let view = try Self.view(#"[{"b": 1, "aC": null}, {"b": 2, "d": ["x"]}]"#)
        #expect(view.kind == .table && view.columns == ["A c", "B", "D"])
        #expect(view.rows.map { $0.cells.map(\.text) } == [["", "1", ""], ["", "2", "[\n  \"x\"\n]"]])
        let long = try Self.view(
            "[" + Array(repeating: #"{"a": 1}"#, count: 250).joined(separator: ",") + "]")
        #expect(long.rows.count == 200 && long.outOf == "250")
        let list = try Self.view(#"[1, "x", {"a": 1}]"#)
        #expect(list.kind == .list && list.items.map(\.kind) == [.text, .text, .sheet])
    }

    @Test func aListOfWideObjectsIsNoTable() throws {
        let members = (0..<50_000).map { "\"\($0)\": 1" }
        let view = try Self.view("[{" + members.joined(separator: ",") + "}]")
        #expect(view.kind == .list && view.items.first?.outOf == "50000")
        let narrow = try Self.view("[{" + members.prefix(30).joined(separator: ",") + "}]")
        #expect(narrow.kind == .table)
    }

    @Test func aFileIsALinkWhereverItStands() throws {
        let file = #"{"file": 7, "name": "a.svg", "mimeType": "image/svg+xml", "size": 3}"#
        let view = try Self.view(#"{"rejects": \#(file), "all": [\#(file)]}"#)
        #expect(view.parts.map(\.value.kind) == [.list, .file])
        let link = try #require(view.parts[1].value.file.first)
        #expect(link.path == "/files/7" && !link.isImage, "a drawing may contain scripts")
        let png = try Self.view(#"{"file": 7, "name": "a", "mimeType": "image/png", "size": 3}"#)
        #expect(png.file.first?.isImage == true)
    }

    @Test func whatIsDeepIsJSON() throws {
        let view = try Self.view(#"{"a": {"b": {"c": {"d": 1}}}}"#)
        let inner = view.parts[0].value.parts[0].value.parts[0].value
        #expect(inner.kind == .json && inner.text == "{\n  \"d\": 1\n}")
    }
}
