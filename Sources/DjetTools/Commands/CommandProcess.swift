import DjetModel
import Foundation
import Subprocess
import SystemPackage

/// One run of a program, in a session of its own.
struct CommandProcess: Sendable {
    private typealias Running = Execution<NoInput, SequenceOutput, CombinedErrorOutput>

    /// The time between SIGTERM and SIGKILL, for the program and then for what it leaves behind. A worker
    /// gives a job up that has not stopped after 5 seconds.
    static let grace = (program: Duration.seconds(2), rest: Duration.seconds(1))

    let name: String
    let path: String
    let arguments: [String]
    /// The job that it is run for; nil for none.
    let job: JobContext?

    /// Runs the program to its end, and passes on the progress that its output tells. If the task is
    /// cancelled, it ends the program. Throws `ModelError.unavailable` if it cannot be started.
    func run(_ report: @escaping @Sendable (JobProgress) async -> Void) async throws -> CommandOutcome {
        var options = PlatformOptions()
        options.createSession = true
        options.teardownSequence = [
            .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: Self.grace.program)
        ]
        do {
            let result = try await Subprocess.run(
                .path(FilePath(path)), arguments: Arguments(arguments), environment: .custom(variables),
                platformOptions: options, input: .none, output: .sequence, error: .combinedWithOutput
            ) { execution in
                async let isOver: Void = Self.end(execution)
                let tail = await Self.read(execution, report)
                await isOver
                return tail
            }
            try Task.checkCancellation()
            return outcome(result.terminationStatus, result.closureResult)
        } catch let error as SubprocessError {
            try Task.checkCancellation()
            throw ModelError.unavailable("the program \(name), \(path), cannot be run: \(error)")
        }
    }

    /// The whole environment: neither passwords nor the settings of this program are meant for it.
    private var variables: [Environment.Key: String] {
        let own = ProcessInfo.processInfo.environment
        var variables: [Environment.Key: String] = [
            "PATH": own["PATH"] ?? "/usr/local/bin:/usr/bin:/bin", "HOME": own["HOME"] ?? "/",
            "LC_ALL": "C.UTF-8",
        ]
        if let job {
            variables["JOB_KEY"] = job.key
            variables["JOB_ATTEMPT"] = "\(job.attempt)"
        }
        return variables
    }

    /// Reads the output to its end, or until the task is cancelled.
    private static func read(
        _ execution: Running, _ report: @Sendable (JobProgress) async -> Void
    ) async -> OutputTail {
        var tail = OutputTail()
        var lines = ProgressLines()
        do {
            for try await buffer in execution.standardOutput {
                let bytes = buffer.withUnsafeBytes { [UInt8]($0) }
                tail.add(bytes)
                if let progress = lines.read(bytes) { await report(progress) }
                // An output that never pauses would be read for ever.
                if Task.isCancelled { break }
            }
        } catch {
            // Nobody hears it any more.
            try? execution.send(signal: .kill, toProcessGroup: true)
        }
        return tail
    }

    /// Waits for the program's end, and ends what it has left behind in its session.
    private static func end(_ execution: Running) async {
        // Signal 0 is none: this waits, also in a task that was cancelled, which ends the program.
        let wait: [TeardownStep] = [
            .send(signal: Signal(rawValue: 0), allowedDurationToNextStep: .seconds(1 << 31))
        ]
        await execution.teardown(using: wait)
        // It is reaped later, when `run` returns.
        await ProcessSession(leader: execution.processIdentifier.value).end(grace: grace.rest)
    }

    private func outcome(_ status: TerminationStatus, _ tail: OutputTail) -> CommandOutcome {
        var outcome = CommandOutcome(
            program: name, status: nil, signal: nil, output: tail.text, omitted: tail.omitted)
        switch status {
        case .exited(let code): outcome.status = Int(code)
        case .signaled(let signal): outcome.signal = Int(signal)
        }
        return outcome
    }
}
