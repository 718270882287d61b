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
        #expect(svg.contains(#"<rect class="bar series-1" x="0" y="58" width="9" height="58">"#))
        #expect(svg.contains(#"<rect class="bar series-2" x="0" y="0" width="9" height="58">"#))
        #expect(svg.split(separator: #"<rect class="bar"#).count == 4, "three bars")
        #expect(svg.contains(#"viewBox="0 0 30 116""#), "ten for each span")
    }

    @Test func aGapIsAGapInALine() {
        let svg = chart(.lines, [ChartSeries(label: "waited", look: 1, values: [1, 2, nil, 4, nil, 3, 3])])
            .svg
        #expect(svg.split(separator: "<polyline").count == 4, "three stretches")
        #expect(svg.contains(#"<polyline class="series-1 dot" points="35,0 35,0">"#), "the lone value")
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

    @Test func aSpanSaysItsFigures() {
        let series = [
            ChartSeries(label: "finished", look: 1, values: [1_200, 0, nil]),
            ChartSeries(label: "error", look: 2, values: [3, 4, 0]),
        ]
        let svg = chart(.bars, series).svg
        #expect(svg.contains(">12:00</tspan><tspan>: finished 1,200, error 3</tspan></text>"))
        #expect(svg.contains(">12:01</tspan><tspan>: error 4</tspan></text>"))
        #expect(svg.split(separator: #"<g class="span">"#).count == 3, "nothing is said where nothing is")
        #expect(svg.contains(#"<rect class="hit" x="33.33%" y="28" width="33.33%" height="116">"#))
        #expect(!svg.contains("<a ") && svg.contains(#"role="img""#))
        #expect(chart(.bars, span: 86_400, series).svg.contains(">11-22 12:00</tspan><tspan>: error 4<"))
    }

    @Test func aLinkLeadsToATwelfthOfTheTimeAndSaysItsFigures() {
        let values = (0..<60).map { $0 < 10 ? Double($0) : nil }
        var chart = chart(.bars, [ChartSeries(label: "finished", look: 1, values: values)])
        chart.zoom = { since, until in "/charts?\(TimeChart.clock(since))&\(TimeChart.clock(until))" }
        let svg = chart.svg
        #expect(svg.contains(#"<a class="zoom" href="/charts?12:00&amp;12:05" aria-labelledby="c-0">"#))
        #expect(svg.contains(#"<a class="zoom" href="/charts?12:05&amp;12:10" aria-labelledby="c-5">"#))
        #expect(svg.split(separator: "<a ").count == 3, "no link to where nothing is")
        #expect(svg.contains(">12:10</tspan><tspan>: finished 35</tspan></text>"))
        #expect(svg.contains(#"id="c-5"><tspan data-time="2026-11-21T12:05:00Z" data-form="clock">"#))
        #expect(svg.contains(#"role="group" aria-labelledby="c-title c-summary""#))
    }

    @Test func ofLinesALinkSaysTheGreatest() {
        let series = ChartSeries(label: "waited", look: 1, values: Array(repeating: 1, count: 23) + [7])
        var chart = chart(.lines, [series])
        chart.zoom = { _, _ in "/charts" }
        #expect(chart.svg.contains("<tspan>: waited at most 7</tspan>"))
        #expect(chart.svg.contains("<tspan>: waited 7</tspan>"))
    }

    @Test func itsTimesAreMarkedForTheReadersZone() {
        let series = [ChartSeries(label: "error", look: 2, values: Array(repeating: 1, count: 6))]
        let svg = chart(.bars, series).svg
        #expect(svg.contains(#"<tspan data-time="2026-11-21T12:05:00Z" data-form="clock">12:05</tspan>"#))
        #expect(svg.contains(#"text-anchor="end" data-zone="">UTC</text>"#))
        let days = chart(.bars, span: 86_400, series).svg
        #expect(days.contains(#"<tspan data-time="2026-11-22T12:00:00Z" data-form="day">11-22</tspan>"#))
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

    @Test func theLastNameStandsBelowItsSpan() {
        let series = ChartSeries(label: "ended", look: 1, values: Array(repeating: 1, count: 12))
        var chart = chart(.bars, [series])
        chart.names = (1...12).map { "2026-\($0)" }
        let mark = #"<text class="time" x="95.83%" y="162" text-anchor="middle">"#
        #expect(chart.svg.contains(mark + "<tspan>2026-12</tspan></text>"))
    }

    @Test func spansMayHaveNames() {
        var chart = chart(.bars, [ChartSeries(label: "ended", look: 1, values: [1, 2])])
        chart.names = ["2026-10", "2026-11"]
        #expect(chart.svg.contains(">2026-10</tspan></text>") && !chart.svg.contains("UTC"))
        #expect(chart.svg.contains("<tspan>2026-11</tspan><tspan>: ended 2</tspan>"))
        #expect(chart.summary.hasPrefix("From 2026-10 to 2026-11, in jobs a minute."))
    }
}
