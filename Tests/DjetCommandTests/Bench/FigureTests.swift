import Testing

@testable import djet_bench

@Suite struct FigureTests {
    private func figure(_ goal: Figure.Goal?, _ turns: [(Double, Double?)]) -> Figure {
        Figure(name: "f", unit: "jobs/s", goal: goal, turns: turns.map { .init(djet: $0.0, reference: $0.1) })
    }

    @Test func theRatioIsTheMiddleOneOfTheTurns() {
        let figure = figure(.ratio(0.5), [(10, 10), (30, 100), (60, 100)])
        #expect(figure.ratio == 0.6)
        #expect(figure.median == 30)
        #expect(figure.spread == 0.3...1.0)
        #expect(figure.isReached == true)
    }

    @Test func aGoalIsMissedToo() {
        #expect(figure(.ratio(0.8), [(79, 100)]).isReached == false)
        #expect(figure(.ratio(0.8), [(79, nil)]).isReached == nil)
        #expect(figure(.atMost(1), [(0.5, nil), (2, nil), (3, nil)]).isReached == false)
        #expect(figure(.atMost(1), [(1, nil)]).isReached == true)
        #expect(figure(nil, [(1, 1)]).isReached == nil)
    }

    @Test func theTableHoldsEveryTurn() {
        let table = FigureTable([("drain", figure(.ratio(0.75), [(1, 2), (3, nil)]))]).text
        #expect(
            table == """
                benchmark\tfigure\tturn\tunit\tdjet\treference\tratio\twanted
                drain\tf\t1\tjobs/s\t1.0\t2.0\t0.5\tratio >= 0.75
                drain\tf\t2\tjobs/s\t3.0\t\t\tratio >= 0.75

                """)
    }

    @Test func thePlotHasABarForEachGoalAndADotForEachTurn() {
        let plot = FigurePlot([figure(.ratio(1), [(1, 2), (1, 1)]), figure(nil, [(1, nil)])]).svg
        #expect(plot.split(separator: "<rect").count - 1 == 2, "the paper and one bar")
        #expect(plot.split(separator: "<circle").count - 1 == 2)
    }
}
