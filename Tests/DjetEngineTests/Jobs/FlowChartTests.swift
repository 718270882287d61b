import Testing

@testable import DjetEngine
@testable import DjetModel

@Suite struct FlowChartTests {
    private func job(
        _ step: Int, _ id: Int64, _ status: JobStatus, needs: [Int64] = [], kind: String = "test.echo"
    ) -> FlowPart {
        FlowPart(
            step: step, id: id, queue: "slow", kind: kind, status: status, amount: 1, isExact: true,
            linked: needs)
    }

    private func rest(_ step: Int, _ amount: Int, isExact: Bool = true, beside: [Int64]) -> FlowPart {
        FlowPart(
            step: step, id: nil, queue: nil, kind: nil, status: nil, amount: amount, isExact: isExact,
            linked: beside)
    }

    private func flow(_ parts: [FlowPart]) throws -> ShownFlow {
        try #require(ShownFlow(parts, below: "/jobs"))
    }

    private func blocking(_ parts: [FlowPart]) throws -> [String?] {
        try flow(parts).boxes.filter(\.isBlocking).map(\.ticket)
    }

    @Test func aBoxSaysWhatTheJobIsAndLeadsToIt() throws {
        let svg = FlowChart(try flow([job(0, 2, .waiting, needs: [1]), job(-1, 1, .processing)])).svg
        #expect(svg.contains(#"<a class="box processing blocking" href="/jobs/slow.1">"#))
        #expect(svg.contains("<title>test.echo, slow.1, processing · blocks this job</title>"))
        #expect(svg.contains(#"<g class="box waiting this">"#), "no link to the page itself")
        #expect(svg.contains(">waiting · this job</text>"))
        #expect(svg.split(separator: #"<path class="head""#).count == 2, "one arrow")
    }

    @Test func aRestIsOneBoxWithACount() throws {
        let flow = try flow([
            job(0, 2, .waiting, needs: [1]), job(-1, 1, .entered), rest(-1, 9_991, beside: [2]),
            rest(1, 1, isExact: false, beside: [2]),
        ])
        #expect(flow.boxes.filter(\.isBlocking).map(\.ticket) == ["slow.1"], "the others may wait themselves")
        #expect(flow.arrows.contains(ShownFlow.Arrow(from: 2, to: 0)), "it is needed")
        #expect(flow.arrows.contains(ShownFlow.Arrow(from: 0, to: 3)), "it waits")
        let svg = FlowChart(flow).svg
        #expect(svg.contains(">and 9,991 more</text>"))
        #expect(svg.contains(">and at least 1 more</text>"))
        #expect(svg.split(separator: "<a ").count == 2, "no link to them")
    }

    @Test func itSaysInWordsWhatItShows() throws {
        let flow = try flow([
            job(0, 2, .waiting, needs: [1]), job(-1, 1, .entered), rest(1, 4, isExact: false, beside: [2]),
        ])
        #expect(
            FlowChart(flow).summary
                == "slow.2 is waiting. Jobs that it needs: 1. Jobs that need it: at least 4. Blocked by: slow.1."
        )
    }

    @Test func whatWaitsItselfBlocksNobody() throws {
        let parts = [
            job(0, 3, .waiting, needs: [2]), job(-1, 2, .waiting, needs: [1]), job(-2, 1, .processing),
        ]
        #expect(try blocking(parts) == ["slow.1"])
    }

    @Test func aFailedJobTookItsDependentsAlong() throws {
        let lost = [
            job(0, 3, .error, needs: [1, 2]), job(-1, 1, .cancelled), job(-1, 2, .entered),
            job(1, 4, .error, needs: [3]),
        ]
        #expect(try blocking(lost) == ["slow.1"])
        let cancelled = [job(0, 2, .cancelled, needs: [1]), job(-1, 1, .entered)]
        #expect(try blocking(cancelled) == [], "it ended by itself")
    }

    @Test func theEndOfALongKindTellsItFromOthers() throws {
        let kind = "test." + String(repeating: "x", count: 40) + ".close-month"
        let svg = FlowChart(
            try flow([job(0, 2, .waiting, needs: [1]), job(-1, 1, .entered, kind: kind)])
        ).svg
        #expect(svg.contains(">…\(kind.suffix(25))</text>"))
        #expect(svg.contains("<title>\(kind), "), "all of it when one points at it")
    }

    @Test func textsAreEscapedAndColoursAreTheStyleSheets() throws {
        let evil = #"</svg><script>alert(1)</script>"{{title}}"#
        let svg = FlowChart(
            try flow([job(0, 2, .waiting, needs: [1]), job(-1, 1, .error, kind: evil)])
        ).svg
        #expect(!svg.contains("<script"))
        #expect(svg.split(separator: "</svg>").count == 1)
        for word in ["style=", "fill=", "stroke=", "#"] { #expect(!svg.contains(word), "\(word)") }
    }

    @Test func itsShapeIsDescribedToPrograms() {
        let page = Schema.of(JobDetailsPage.self)
        let arrow = Schema.object([.init("from", .integer), .init("to", .integer)])
        #expect(page["flow"]?.schema["arrows"]?.schema == .array(arrow))
        #expect(page["flow"]?.isOptional == true)
        #expect(page["timeline"]?.schema == Schema.of(JobTimeline.self))
        #expect(page["timeline"]?.schema["entries"] != nil)
    }

    @Test func withoutNeedsThereIsNoFlow() {
        #expect(ShownFlow([], below: "/jobs") == nil)
    }
}
