import Testing

@testable import DjetEngine

@Suite struct FlowLayoutTests {
    private func layout(_ count: Int, origin: Int, _ arrows: [(Int, Int)]) -> FlowLayout {
        FlowLayout(
            count: count, arrows: arrows.map { ShownFlow.Arrow(from: $0, to: $1) }, origin: origin)
    }

    @Test func everyArrowLeadsToTheRight() {
        let chain = layout(4, origin: 2, [(0, 1), (1, 2), (2, 3)])
        #expect(chain.layers == [[0], [1], [2], [3]])
        #expect(chain.ways == [[0, 1], [1, 2], [2, 3]])
    }

    @Test func aBoxStandsAsFarOutAsItsLongestWay() {
        // 0 and 1 are needed at once by 2; 1 needs 0, too.
        let needs = layout(3, origin: 2, [(0, 1), (0, 2), (1, 2)])
        #expect(needs.layers == [[0], [1], [2]])
        #expect(needs.ways == [[0, 1], [1, 2]], "that 2 needs 0 follows from the others")
    }

    @Test func anArrowThatPassesALayerHasABendThere() {
        // Two ways from 0 to 3, of which one is shorter: 0 → 1 → 2 → 3 and 0 → 4 → 3.
        let layout = layout(5, origin: 3, [(0, 1), (1, 2), (2, 3), (0, 4), (4, 3)])
        #expect(layout.layers.map(\.count) == [1, 2, 2, 1])
        let bent = layout.ways.filter { $0.count == 3 }
        #expect(bent == [[0, 5, 4]])
        #expect(layout.layers[1].contains(5), "the bend has a place of its own")
    }

    @Test func boxesStandBesideThoseThatTheyAreLinkedWith() {
        // Without moves the arrows from 1 to 6 and from 2 to 5 would cross, and so on.
        let layout = layout(
            7, origin: 0, [(0, 1), (0, 2), (0, 3), (1, 6), (2, 5), (3, 4)])
        let (near, far) = (layout.layers[1], layout.layers[2])
        #expect(near.map { 7 - $0 } == far)
    }

    @Test func aCircleThatCannotBeHasAnEnd() {
        let layout = layout(3, origin: 0, [(0, 1), (1, 2), (2, 0)])
        #expect(layout.layers.joined().filter { $0 < 3 }.sorted() == [0, 1, 2])
    }

    @Test func theMiddleOfALayerIsTheMiddleOfAll() {
        #expect((0..<3).map { FlowLayout.row($0, of: 3) } == [-1, 0, 1])
        #expect((0..<2).map { FlowLayout.row($0, of: 2) } == [-0.5, 0.5])
    }
}
