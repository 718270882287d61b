/// The places of a flow's boxes, in layers from left to right: each arrow leads to the right.
///
/// An arrow that passes a layer has a bend there, with a place of its own, so that it runs between the boxes.
struct FlowLayout: Sendable, Hashable {
    /// The numbers of the boxes and bends of each layer, from top to bottom.
    private(set) var layers: [[Int]]
    /// The way of each arrow that is drawn: a box, bends, a box.
    private(set) var ways: [[Int]] = []

    /// Places boxes, which have the numbers below `count`; bends have those from `count` on.
    ///
    /// - Parameters:
    ///   - arrows: the arrows. One that others imply is not drawn.
    ///   - origin: the box from which the layers are counted. Arrows lead to or from it, be it by others.
    init(count: Int, arrows: [ShownFlow.Arrow], origin: Int) {
        let depths = Self.depths(count, arrows, origin)
        let sorted = Set(depths).sorted()
        let places = depths.map { sorted.firstIndex(of: $0) ?? 0 }
        layers = sorted.map { depth in depths.indices.filter { depths[$0] == depth } }
        var next = count
        for arrow in Self.reduced(arrows.filter { places[$0.from] < places[$0.to] }, layers) {
            var way = [arrow.from]
            for layer in places[arrow.from] + 1..<places[arrow.to] {
                layers[layer].append(next)
                way.append(next)
                next += 1
            }
            ways.append(way + [arrow.to])
        }
        arrange()
    }

    /// Returns the height of a place, in places below the middle of its layer.
    static func row(_ index: Int, of count: Int) -> Double { Double(index) - Double(count - 1) / 2 }

    // MARK: Layers

    /// Returns the distance of each box from the origin by its longest way; negative for what that needs.
    private static func depths(_ count: Int, _ arrows: [ShownFlow.Arrow], _ origin: Int) -> [Int] {
        let before = longest(count, arrows.map { (from: $0.to, to: $0.from) }, origin)
        let behind = longest(count, arrows.map { (from: $0.from, to: $0.to) }, origin)
        return (0..<count).map { box in
            if let length = before[box] { -length } else { behind[box] ?? 0 }
        }
    }

    private static func longest(_ count: Int, _ steps: [(from: Int, to: Int)], _ origin: Int) -> [Int?] {
        var lengths = [Int?](repeating: nil, count: count)
        guard lengths.indices.contains(origin) else { return lengths }
        lengths[origin] = 0
        // No way has more steps than there are boxes, unless somebody has made a circle by hand.
        for _ in 0..<count {
            for step in steps {
                guard let length = lengths[step.from], (lengths[step.to] ?? -1) <= length else { continue }
                lengths[step.to] = length + 1
            }
        }
        return lengths
    }

    /// Returns the arrows that others do not imply: who waits for one that waits for a third waits for both.
    private static func reduced(_ arrows: [ShownFlow.Arrow], _ layers: [[Int]]) -> [ShownFlow.Arrow] {
        let next = Dictionary(grouping: arrows, by: \.from).mapValues { $0.map(\.to) }
        var behind: [Int: Set<Int>] = [:]
        for layer in layers.reversed() {
            for box in layer {
                let near = next[box] ?? []
                let all = near.reduce(into: Set(near)) { all, other in all.formUnion(behind[other] ?? []) }
                behind[box] = all
            }
        }
        return arrows.filter { arrow in
            !(next[arrow.from] ?? []).contains { behind[$0]?.contains(arrow.to) == true }
        }
    }

    // MARK: Sequence

    /// Moves boxes and bends to the middle of those that they are linked with, so that few arrows cross.
    private mutating func arrange() {
        let links = ways.flatMap { way in zip(way, way.dropFirst()).map { (from: $0, to: $1) } }
        let before = Dictionary(grouping: links) { $0.to }.mapValues { near in near.map { $0.from } }
        let behind = Dictionary(grouping: links) { $0.from }.mapValues { near in near.map { $0.to } }
        for _ in 0..<4 {
            for index in layers.indices.dropFirst() {
                layers[index] = Self.ordered(layers[index], by: before, beside: layers[index - 1])
            }
            for index in layers.indices.dropLast().reversed() {
                layers[index] = Self.ordered(layers[index], by: behind, beside: layers[index + 1])
            }
        }
    }

    private static func ordered(_ layer: [Int], by links: [Int: [Int]], beside other: [Int]) -> [Int] {
        let rows = Dictionary(
            uniqueKeysWithValues: other.enumerated().map { ($1, row($0, of: other.count)) })
        let wishes = layer.enumerated().map { index, box in
            let near = (links[box] ?? []).compactMap { rows[$0] }
            let middle = near.reduce(0, +) / Double(max(near.count, 1))
            return (row: near.isEmpty ? row(index, of: layer.count) : middle, index: index, box: box)
        }
        return wishes.sorted { ($0.row, $0.index) < ($1.row, $1.index) }.map { $0.box }
    }
}
