import ArgumentParser
import Foundation
import UnixSignals

/// Performs a run: makes the servers, starts the processes, breaks things until the time is over, and checks.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Ends with 0 if nothing was found, 1 if something was, 2 if it could not run.")

    @Option(help: "The number of minutes to break things.")
    var minutes = 1.0
    @Option(help: "The seed of the plan.")
    var seed: UInt64 = 1
    @Option(help: "Seconds from one fault to the next.")
    var gap = 7.0
    @Option(help: "Kinds of faults, by commas: kill, freeze, cut, restart, promote, silence.")
    var only = FaultKind.allCases.map(\.rawValue).joined(separator: ",")
    @Option(help: "Ways of cutting, by commas: all, process, commit, statement, delay, stall.")
    var cuts = CutKind.allCases.map(\.rawValue).joined(separator: ",")
    @Option(help: "Ways of falling silent, by commas: swallow, freeze.")
    var silences = SilenceKind.allCases.map(\.rawValue).joined(separator: ",")
    @Option(help: "Seconds that a worker may be silent before it is taken for dead.")
    var lease = 3.0
    @Option(help: "Jobs that each offloader leaves in a second.")
    var rate = 80
    @Option(help: "Seconds that somebody waits for a reply before it counts as lost.")
    var patience = 60.0
    @Flag(help: "Leave the folder with the servers, the journals and the logs where it is.")
    var keep = false

    func validate() throws {
        guard minutes > 0, gap > 0, lease > 0, rate > 0, patience > 0 else {
            throw ValidationError("times and rates are more than 0")
        }
        guard !kinds.isEmpty else { throw ValidationError("--only names no kind of fault") }
        guard !waysOfCutting.isEmpty else { throw ValidationError("--cuts names no way of cutting") }
        guard !waysOfSilence.isEmpty else {
            throw ValidationError("--silences names no way of falling silent")
        }
    }

    func run() async throws {
        let settings = settings
        let run = Task { try await Run(settings).run() }
        let watch = Task {
            for await _ in await UnixSignalsSequence(trapping: .sigint, .sigterm) { run.cancel() }
        }
        defer { watch.cancel() }
        let isClean: Bool
        do {
            isClean = try await run.value
        } catch {
            say("chaos: \(error)")
            throw ExitCode(2)
        }
        if !isClean { throw ExitCode(1) }
    }

    private var kinds: Set<FaultKind> {
        Set(only.split(separator: ",").compactMap { FaultKind(rawValue: String($0)) })
    }

    private var waysOfCutting: Set<CutKind> {
        Set(cuts.split(separator: ",").compactMap { CutKind(rawValue: String($0)) })
    }

    private var waysOfSilence: [SilenceKind] {
        let names = Set(silences.split(separator: ",").map(String.init))
        return SilenceKind.allCases.filter { names.contains($0.rawValue) }
    }

    private var settings: Settings {
        Settings(
            duration: .seconds(minutes * 60), seed: seed, gap: .seconds(gap), kinds: kinds,
            cuts: waysOfCutting, silences: waysOfSilence, lease: .seconds(lease), rate: rate,
            patience: .seconds(patience), omission: .chosen, keepsAll: keep)
    }
}

/// Prints a line without buffering, even into a pipe.
func say(_ line: String) {
    try? FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
}
