import DjetModel

/// The picture of a flow as SVG. It has shapes and classes; the style sheet has the colours.
struct FlowChart: Sendable {
    let flow: ShownFlow
    private let words: Words
    private let layout: FlowLayout
    /// The left edges and the middles of boxes and bends, by their numbers.
    private let places: [Int: (left: Double, middle: Double)]

    private static let box = (width: 220.0, height: 66.0)
    /// The distance of two boxes from edge to edge.
    private static let gap = (width: 56.0, height: 14.0)
    /// The room around all of them, for thick lines.
    private static let margin = 4.0
    /// The most characters of a kind or a ticket in a box.
    private static let longest = 26

    /// - Parameter words: the language of the picture.
    init(_ flow: ShownFlow, in words: Words = .english) {
        self.flow = flow
        self.words = words
        let layout = FlowLayout(count: flow.boxes.count, arrows: flow.arrows, origin: flow.origin)
        self.layout = layout
        let height = Double(layout.layers.map(\.count).max() ?? 1)
        var places: [Int: (left: Double, middle: Double)] = [:]
        for (column, layer) in layout.layers.enumerated() {
            for (index, number) in layer.enumerated() {
                let row = FlowLayout.row(index, of: layer.count) + height / 2
                places[number] = (
                    Self.margin + Double(column) * (Self.box.width + Self.gap.width),
                    Self.margin + row * (Self.box.height + Self.gap.height) - Self.gap.height / 2
                )
            }
        }
        self.places = places
    }

    /// The picture as markup in a page. Its links would be lost to those who cannot see, were it an image.
    var svg: String {
        let (width, height) = (SVGElement.number(size.width), SVGElement.number(size.height))
        let arrows = layout.ways.flatMap { arrow(along: $0) }
        let boxes = flow.boxes.enumerated().map { element(at: $0, $1) }
        return SVGElement(
            "svg",
            [
                "class": "flow", "width": width, "height": height, "viewBox": "0 0 \(width) \(height)",
                "role": "group", "aria-labelledby": "flow-title", "aria-describedby": "flow-summary",
            ],
            [
                SVGElement("title", ["id": "flow-title"], text: words("Flow")),
                SVGElement("desc", ["id": "flow-summary"], text: summary),
            ] + arrows + boxes
        ).written
    }

    /// The flow in words.
    var summary: String {
        let own = flow.boxes[flow.origin]
        let blocking = flow.boxes.filter(\.isBlocking).compactMap(\.ticket)
        var sentences = [
            "\(own.ticket ?? "") is \(own.status?.rawValue ?? "").",
            "Jobs that it needs: \(amount { $0.step < 0 }).", "Jobs that need it: \(amount { $0.step > 0 }).",
        ]
        if !blocking.isEmpty { sentences.append("Blocked by: \(blocking.joined(separator: ", ")).") }
        return sentences.map { words($0) }.joined(separator: " ")
    }

    private func amount(_ isCounted: (ShownFlow.Box) -> Bool) -> String {
        let counted = flow.boxes.filter(isCounted)
        let sum = counted.map(\.amount).reduce(0, +)
        let number =
            (counted.allSatisfy(\.isExact) ? "" : "at least ") + Written.number("\(sum)", words.figures)
        return sum == 0 ? "none" : number
    }

    private var size: (width: Double, height: Double) {
        let columns = Double(layout.layers.count)
        let rows = Double(layout.layers.map(\.count).max() ?? 1)
        return (
            columns * (Self.box.width + Self.gap.width) - Self.gap.width + 2 * Self.margin,
            rows * (Self.box.height + Self.gap.height) - Self.gap.height + 2 * Self.margin
        )
    }

    // MARK: Shapes

    /// Returns the line of an arrow, which runs straight through its bends, and its head.
    private func arrow(along way: [Int]) -> [SVGElement] {
        let stops = way.compactMap { places[$0] }
        guard var last = stops.first else { return [] }
        var line = "M" + Self.point(last.left + Self.box.width, last.middle)
        for (index, stop) in stops.enumerated().dropFirst() {
            let (begin, bend) = (last.left + Self.box.width, Self.gap.width / 2)
            line +=
                " C" + Self.point(begin + bend, last.middle) + " " + Self.point(stop.left - bend, stop.middle)
            line += " " + Self.point(stop.left, stop.middle)
            if index < stops.count - 1 { line += " H" + SVGElement.number(stop.left + Self.box.width) }
            last = stop
        }
        let head = "M" + Self.point(last.left, last.middle) + " l-9 -5 v10 z"
        return [
            SVGElement("path", ["class": "line", "d": line]),
            SVGElement("path", ["class": "head", "d": head]),
        ]
    }

    private static func point(_ x: Double, _ y: Double) -> String {
        "\(SVGElement.number(x)) \(SVGElement.number(y))"
    }

    /// Returns a box; a link to the job if that is not the page's own.
    private func element(at number: Int, _ box: ShownFlow.Box) -> SVGElement {
        guard let place = places[number] else { return SVGElement("g") }
        let top = place.middle - Self.box.height / 2
        let texts = [
            box.kind ?? words(box.rest(words.figures)), box.ticket ?? words("not shown"), box.state(words),
        ]
        let short = [Self.shortened(texts[0]), Self.shortened(texts[1]), texts[2]]
        let frame = SVGElement(
            "rect",
            [
                "x": SVGElement.number(place.left), "y": SVGElement.number(top), "rx": "6",
                "width": SVGElement.number(Self.box.width), "height": SVGElement.number(Self.box.height),
            ])
        let lines = zip(["kind", "ticket", "state"], short).enumerated().map { row, line in
            SVGElement(
                "text",
                [
                    "class": line.0, "x": SVGElement.number(place.left + 12),
                    "y": SVGElement.number(top + 20 + Double(row) * 18),
                ], text: line.1)
        }
        let title = texts.filter { !$0.isEmpty }.joined(separator: ", ")
        let shapes = [SVGElement("title", text: title), frame] + lines
        guard let path = box.path, box.step != 0 else { return SVGElement("g", ["class": box.look], shapes) }
        return SVGElement("a", ["class": box.look, "href": path], shapes)
    }

    /// Returns a text that fits into a box. Its end tells it from others.
    private static func shortened(_ text: String) -> String {
        text.count > longest ? "…\(text.suffix(longest - 1))" : text
    }
}

extension ShownFlow.Box {
    /// The classes of its shape.
    fileprivate var look: String {
        ["box", status?.rawValue ?? "rest", step == 0 ? "this" : nil, isBlocking ? "blocking" : nil]
            .compactMap(\.self).joined(separator: " ")
    }

    /// Returns the heading of a box that stands for several jobs.
    fileprivate func rest(_ figures: Figures) -> String {
        "and \(isExact ? "" : "at least ")\(Written.number("\(amount)", figures)) more"
    }

    /// Returns the status in words, and what it has to do with the page's job.
    fileprivate func state(_ words: Words) -> String {
        let texts = [status?.rawValue, step == 0 ? "this job" : nil, isBlocking ? "blocks this job" : nil]
        return texts.compactMap(\.self).map { words($0) }.joined(separator: " · ")
    }
}
