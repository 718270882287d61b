import Foundation
import Testing

@testable import DjetEngine

@Suite struct TimeChartTests {
    private func chart(_ form: TimeChart.Form, span: Double = 60, _ series: [ChartSeries]) -> TimeChart {
        let begin = Date(timeIntervalSince1970: 1_795_262_400)
        return TimeChart(
            id: "c", title: "Jobs <ended>", form: form, series: series,
            times: series[0].values.indices.map { begin.addingTimeInterval(span * Double($0)) }, span: span,
            unit: "jobs a minute")
    }

    @Test func barsStandUponEachOther() {
        let svg = chart(
            .bars,
            [
                ChartSeries(label: "finished", look: 1, values: [10, 0, nil]),
                ChartSeries(label: "error", look: 2, values: [10, 5, nil]),
            ]
        ).svg
        #expect(svg.contains(#"<rect class="bar series-1" x="52" y="82" width="179" height="60">"#))
        #expect(svg.contains(#"<rect class="bar series-2" x="52" y="22" width="179" height="60">"#))
        #expect(svg.split(separator: "<rect").count == 4, "three bars")
    }

    @Test func aGapIsAGapInALine() {
        let svg = chart(.lines, [ChartSeries(label: "waited", look: 1, values: [1, 2, nil, 4, nil, 3, 3])])
            .svg
        #expect(svg.split(separator: "<polyline").count == 4, "three stretches")
    }

    @Test func itSaysInWordsWhatItShows() {
        let chart = chart(.bars, [ChartSeries(label: "finished", look: 1, values: [1_200, 34])])
        #expect(
            chart.summary
                == "From 11-21 12:00 to 11-21 12:02 UTC, in jobs a minute. finished: 1,234 in all, at most 1,200 at a time."
        )
        #expect(chart.svg.contains(#"role="img" aria-labelledby="c-title c-summary""#))
        #expect(chart.svg.contains(#"<title id="c-title">Jobs &lt;ended&gt;</title>"#))
    }

    @Test func aBarSaysItsDayWhereThereAreSeveral() {
        let series = [ChartSeries(label: "error", look: 2, values: Array(repeating: 1, count: 3))]
        #expect(chart(.bars, series).svg.contains("<title>12:01 error: 1</title>"))
        #expect(chart(.bars, span: 86_400, series).svg.contains("<title>11-22 12:00 error: 1</title>"))
    }

    @Test func aPhoneLeavesOutEveryOtherTime() {
        let series = ChartSeries(label: "finished", look: 1, values: Array(repeating: 1, count: 60))
        let svg = chart(.bars, [series]).svg
        #expect(svg.split(separator: #"<text class="time""#).count == 4, "three times for any screen")
        #expect(svg.split(separator: #"<text class="time between""#).count == 4, "three more")
    }

    @Test func nothingIsAChartToo() {
        let svg = chart(
            .bars, [ChartSeries(label: "finished", look: 1, values: Array(repeating: nil, count: 60))]
        ).svg
        #expect(!svg.contains("<rect"))
        #expect(!svg.contains("nan") && !svg.contains("inf"))
    }

    @Test func coloursAreTheStyleSheets() {
        let svg = chart(.lines, [ChartSeries(label: "ran", look: 3, values: [1, 2])]).svg
        for word in ["style=", "fill=", "stroke=", "#"] { #expect(!svg.contains(word), "\(word)") }
    }

    @Test func spansMayHaveNames() {
        var chart = chart(.bars, [ChartSeries(label: "ended", look: 1, values: [1, 2])])
        chart.names = ["2026-10", "2026-11"]
        #expect(chart.svg.contains(">2026-10</text>") && !chart.svg.contains("UTC"))
        #expect(chart.svg.contains("<title>2026-11 ended: 2</title>"))
        #expect(chart.summary.hasPrefix("From 2026-10 to 2026-11, in jobs a minute."))
    }
}
