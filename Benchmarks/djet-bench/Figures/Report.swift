import DjetCommand
import DjetModel
import DjetStore
import Foundation

/// Shows the figures as they come, and writes them to files at the end.
final class Report: Sendable {
    private struct State {
        var benchmark = ""
        var figures: [(benchmark: String, figure: Figure)] = []
    }

    private let state = Guarded(State())
    private let folder: URL

    /// Creates the folder. Throws if that fails.
    init(folder: String) throws {
        self.folder = URL(filePath: folder)
        try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
    }

    func begin(_ benchmark: String, _ abstract: String) {
        state.withLock { $0.benchmark = benchmark }
        Terminal.output.line("\n\(Ink.bold(benchmark, on: .output))  \(abstract)")
    }

    func progress(_ name: String, _ turn: Int, of turns: Int) {
        guard Terminal.error.isInteractive else { return }
        Terminal.error.write("\r\u{1B}[2K\(name): turn \(turn) of \(turns)")
    }

    func add(_ figure: Figure) {
        state.withLock { $0.figures.append(($0.benchmark, figure)) }
        if Terminal.error.isInteractive { Terminal.error.write("\r\u{1B}[2K") }
        Terminal.output.line("  \(FigureLine(figure).text)")
    }

    /// Adds the median and the longest of few durations, each of which should take at most `most`
    /// milliseconds.
    func add(
        _ name: String, _ latencies: Latencies, atMost most: Double, beside reference: Latencies,
        _ other: String
    ) {
        for (label, percentile) in [("p50", 50.0), ("longest", 100.0)] {
            var figure = Figure(
                name: "\(name), \(label)", unit: "ms", goal: .atMost(most), reference: other)
            figure.turns.append(
                .init(
                    djet: latencies.milliseconds(at: percentile),
                    reference: reference.milliseconds(at: percentile)))
            add(figure)
        }
    }

    /// Writes a sentence about the figures.
    func say(_ text: String) {
        Terminal.output.line("  \(text)")
    }

    /// Writes the files, and shows all figures together.
    func finish() throws {
        let figures = state.withLock(\.figures)
        try FigureTable(figures).text.write(
            to: folder.appending(path: "bench.tsv"), atomically: true, encoding: .utf8)
        try FigurePlot(figures.map(\.figure)).svg.write(
            to: folder.appending(path: "bench.svg"), atomically: true, encoding: .utf8)
        let wanted = figures.compactMap(\.figure.isReached)
        let reached = wanted.count { $0 }
        if !wanted.isEmpty {
            Terminal.output.line("\n\(reached) of \(wanted.count) figures are what they should be.")
        }
        Terminal.output.line("\(folder.appending(path: "bench.tsv").path()), bench.svg")
    }
}
