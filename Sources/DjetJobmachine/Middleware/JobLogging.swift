public import DjetModel
public import Logging

/// A middleware that logs the beginning and the end of each attempt, with its duration and its error. From
/// the level `info` on, both are lines of the job's log, too.
public struct JobLogging: JobMiddleware {
    private let level: Logger.Level

    /// Creates the middleware.
    public init(_ level: Logger.Level = .info) {
        self.level = level
    }

    /// Logs the attempt.
    public func handle(_ job: Job, in model: Model, next: NextHandler) async throws -> JobReply {
        let start = ContinuousClock.now
        model.logger.log(level: level, "the attempt begins")
        do {
            let reply = try await next(model)
            model.logger.log(level: level, "the attempt is done", metadata: Self.time(since: start))
            return reply
        } catch let wait as SignalWait {
            model.logger.log(
                level: level, "the attempt waits for the signal “\(StoredText.of(wait.name))”",
                metadata: Self.time(since: start))
            throw wait
        } catch {
            var metadata = Self.time(since: start)
            metadata["error"] = "\(StoredText.of("\(error)"))"
            model.logger.log(level: level, "the attempt failed", metadata: metadata)
            throw error
        }
    }

    private static func time(since start: ContinuousClock.Instant) -> Logger.Metadata {
        ["seconds": "\(start.duration(to: .now) / .seconds(1))"]
    }
}
