import Foundation
import Testing

@testable import DjetEngine
@testable import DjetModel

/// The life of a job as spans and moments, and its picture.
@Suite struct JobTimelineTests {
    private func time(_ seconds: Double) -> Date {
        Date(timeIntervalSince1970: 1_795_262_400).addingTimeInterval(seconds)
    }

    private func job(
        _ status: JobStatus, attempt: Int = 0, runAt: Double = 0, claimedAt: Double? = nil,
        finishedAt: Double? = nil
    ) -> JobSummary {
        JobSummary(
            id: 1, queue: "slow", kind: "test.echo", status: status, priority: 4, attempt: attempt,
            attemptLimit: 5, waitingFor: 0, worker: claimedAt == nil ? nil : 7, offloadedAt: time(0),
            runAt: time(runAt), claimedAt: claimedAt.map(time), finishedAt: finishedAt.map(time),
            cancelRequested: false)
    }

    private func failure(_ number: Int, _ begin: Double, _ end: Double) -> AttemptRecord {
        AttemptRecord(
            startedAt: time(begin), endedAt: time(end), worker: 3, attempt: number,
            error: JobFailure(type: "DjetModel.ModelError", message: "no"))
    }

    private func timeline(
        _ job: JobSummary, _ attempts: [AttemptRecord] = [], steps: [JobLife.Step] = [],
        signals: [SignalRecord] = [], now: Double = 100
    ) -> JobTimeline {
        JobTimeline(job, JobLife(attempts: attempts, steps: steps), signals, now: time(now))
    }

    /// Returns the entries as text: `wait waited 2.0`.
    private func words(_ timeline: JobTimeline) -> [String] {
        timeline.entries.map { "\($0.lane.rawValue) \($0.title) \($0.seconds)" }
    }

    @Test func aTimeThatNeverComesIsNotDrawn() {
        var odd = job(.entered)
        odd.offloadedAt = Date(timeIntervalSince1970: .infinity)
        #expect(timeline(odd).seconds.isFinite)
        for claimedAt in [-Double.infinity, .infinity] {
            odd = job(.error, attempt: 1, claimedAt: 2, finishedAt: 5)
            odd.claimedAt = Date(timeIntervalSince1970: claimedAt)
            #expect(timeline(odd).entries.allSatisfy { $0.seconds.isFinite })
        }
        #expect(TimeChart.clock(Date(timeIntervalSince1970: .infinity)) == "--:--")
    }

    @Test func aJobWaitsAndRuns() {
        let timeline = timeline(job(.finished, attempt: 1, claimedAt: 2, finishedAt: 5))
        #expect(words(timeline) == ["wait waited 2.0", "attempt attempt 1 3.0"])
        #expect(timeline.entries.last?.outcome == .finished)
        #expect(timeline.isOver && !timeline.isCut && timeline.seconds == 5)
    }

    @Test func aFailedAttemptIsFollowedByAPause() {
        let timeline = timeline(
            job(.processing, attempt: 2, runAt: 10, claimedAt: 12), [failure(1, 1, 2)], now: 15)
        #expect(
            words(timeline) == [
                "wait waited 1.0", "wait not due 8.0", "wait waited 2.0", "attempt attempt 1 1.0",
                "attempt attempt 2 3.0",
            ])
        #expect(timeline.entries.compactMap(\.outcome) == [.error, .processing])
        #expect(timeline.entries.compactMap(\.errorTitle) == ["Refused"])
    }

    @Test func theLastFailureIsToldOnce() {
        let timeline = timeline(
            job(.error, attempt: 1, claimedAt: 1, finishedAt: 2), [failure(1, 1, 2)])
        #expect(words(timeline) == ["wait waited 1.0", "attempt attempt 1 1.0"])
    }

    @Test(arguments: [
        JobStatus.entered: "in line", .scheduled: "scheduled", .waiting: "waits for other jobs",
        .error: "waited",
    ])
    func aJobThatHasNotBegunSaysWhy(status: JobStatus, title: String) {
        let timeline = timeline(job(status, finishedAt: status == .error ? 100 : nil))
        #expect(words(timeline) == ["wait \(title) 100.0"])
    }

    @Test func aParkedJobWaitsForItsSignal() {
        let signals = [
            SignalRecord(name: "order", sentAt: time(4), isParked: false),
            SignalRecord(name: "payment", endsAt: time(1_000), isParked: true),
            SignalRecord(name: "receipt", endsAt: time(1_000), isParked: false),
        ]
        let timeline = timeline(
            job(.scheduled, attempt: 1, runAt: 1_000),
            steps: [JobLife.Step(name: "invoice", attempt: 1, doneAt: time(3))], signals: signals)
        #expect(
            words(timeline) == [
                "wait waited 4.0", "step invoice 0.0", "signal “order” came 0.0",
                "signal waits for the signal “payment” 96.0",
            ])
    }

    @Test func theTimeBeforeASignalIsNotCalledNotDue() {
        let approval = SignalRecord(name: "approval", sentAt: time(50), isParked: false)
        let woken = timeline(
            job(.finished, attempt: 1, runAt: 50.001, claimedAt: 51, finishedAt: 52),
            steps: [JobLife.Step(name: "invoice", attempt: 1, doneAt: time(3))], signals: [approval])
        let waits = words(woken).filter { $0.hasPrefix("wait") }
        #expect(waits.first == "wait waited 3.0" && waits.count == 3)
        #expect(waits[1].hasPrefix("wait waited for the signal “approval” 47.0"))

        let late = SignalRecord(
            name: "approval", endsAt: time(50), timedOutAt: time(51), isParked: false)
        let over = timeline(
            job(.error, attempt: 1, runAt: 50, claimedAt: 51, finishedAt: 52), signals: [late])
        #expect(words(over).first == "wait waited for the signal “approval” 50.0")

        let early = SignalRecord(name: "approval", sentAt: time(10), isParked: false)
        let scheduled = timeline(
            job(.finished, attempt: 1, runAt: 50, claimedAt: 51, finishedAt: 52), signals: [early])
        #expect(words(scheduled).first == "wait not due 50.0")
    }

    @Test func ofManyOnlyTheLastAreShown() {
        let failures = (1...60).map { failure($0, Double($0), Double($0) + 0.5) }
        let steps = (1...60).map { JobLife.Step(name: "\($0)", attempt: $0, doneAt: time(Double($0))) }
        let timeline = timeline(
            job(.error, attempt: 60, claimedAt: 60, finishedAt: 60.5), failures, steps: steps)
        #expect(timeline.isCut)
        #expect(timeline.since == time(11))
        #expect(timeline.entries.count { $0.lane == .attempt } == 50)
        #expect(timeline.entries.count { $0.lane == .step } == 50)
        #expect(timeline.entries.allSatisfy { $0.since >= timeline.since })
    }

    @Test func thePictureHasALaneForEach() {
        let chart = TimelineChart(
            timeline: timeline(
                job(.finished, attempt: 2, runAt: 10, claimedAt: 12, finishedAt: 72), [failure(1, 1, 2)]))
        #expect(
            chart.summary
                == "From 11-21 12:00 to 11-21 12:01 UTC, 1 min 12 s; waiting · 11 s; "
                + "2 attempts, 1 failed · 1 min 1 s.")
        let svg = chart.svg
        #expect(svg.contains(#"role="img" aria-labelledby="timeline-title timeline-summary""#))
        #expect(svg.contains(#"<rect class="entry attempt error" x="12.2""#))
        let title = "attempt 1, worker 3: failed after 1 s, Refused (DjetModel.ModelError)"
        #expect(svg.contains("<title>\(title)</title>"))
        #expect(svg.contains("<title>attempt 2, worker 7: finished after 1 min</title>"))
        for word in ["style=", "fill=", "stroke=", "#"] { #expect(!svg.contains(word), "\(word)") }
    }

    @Test func aLifeOfSecondsHasThemAtBothEnds() {
        let short = TimelineChart(
            timeline: timeline(job(.finished, attempt: 1, claimedAt: 2, finishedAt: 5)))
        #expect(short.summary.hasPrefix("From 11-21 12:00:00 to 11-21 12:00:05 UTC, 5 s; "))
        #expect(short.svg.contains(#"data-time="2026-11-21T12:00:05Z" data-form="second">11-21 12:00:05<"#))
        let long = TimelineChart(
            timeline: timeline(job(.finished, attempt: 1, claimedAt: 2, finishedAt: 60)))
        #expect(long.svg.contains(#"data-form="moment">11-21 12:01<"#))
    }

    @Test func aJobOfNoTimeHasAPictureToo() {
        let chart = TimelineChart(timeline: timeline(job(.entered), now: 0))
        #expect(chart.summary == "From 11-21 12:00:00 to 11-21 12:00:00 UTC, 0 ms.")
        #expect(!chart.svg.contains("nan") && !chart.svg.contains("inf"))
    }
}
