/// An element of an SVG picture. Its texts and attributes are escaped.
struct SVGElement: Sendable {
    private let name: String
    private let attributes: [(name: String, value: String)]
    private let children: [SVGElement]
    private let text: String

    init(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String = "",
        _ children: [SVGElement] = []
    ) {
        self.name = name
        self.attributes = attributes.map { ($0.key, $0.value) }
        self.children = children
        self.text = text
    }

    /// The element as markup in an HTML page.
    var written: String {
        let head = name + attributes.map { " \($0.name)=\"\(HTMLEscaping.escaped($0.value))\"" }.joined()
        return "<\(head)>\(HTMLEscaping.escaped(text))\(children.map(\.written).joined())</\(name)>"
    }

    /// Returns a part of the whole as a percentage, rounded to a hundredth.
    static func percent(_ part: Double) -> String {
        guard part.isFinite else { return "0%" }
        let hundredths = Int((min(max(part, -100), 100) * 10_000).rounded())
        return hundredths.isMultiple(of: 100) ? "\(hundredths / 100)%" : "\(Double(hundredths) / 100)%"
    }

    /// Returns a coordinate, rounded to a tenth of a pixel: nobody sees anything finer.
    static func number(_ value: Double) -> String {
        guard value.isFinite else { return "0" }
        let tenths = Int((min(max(value, -1e6), 1e6) * 10).rounded())
        return tenths.isMultiple(of: 10) ? String(tenths / 10) : String(Double(tenths) / 10)
    }
}
