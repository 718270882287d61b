import Testing

@testable import DjetEngine

@Suite struct ChartScaleTests {
    @Test(arguments: [
        (0, 1, 1.0), (1, 1, 1), (3, 1, 3), (7, 2, 8), (12, 5, 15), (100, 50, 100), (101, 50, 150),
        (1_999, 500, 2_000),
        (80_000, 20_000, 80_000),
    ])
    func marksAreNumbersThatPeopleCountIn(greatest: Double, step: Double, top: Double) {
        let scale = ChartScale(upTo: greatest, smallestStep: 1)
        #expect(scale.step == step)
        #expect(scale.top == top)
        #expect(scale.marks.count <= 6)
    }

    @Test(arguments: [Double.nan, .infinity, -1, 1e-300, 1e300])
    func whateverComesThereIsAnEnd(greatest: Double) {
        let scale = ChartScale(upTo: greatest)
        #expect(scale.top > 0)
        #expect(scale.count <= 6)
    }
}
