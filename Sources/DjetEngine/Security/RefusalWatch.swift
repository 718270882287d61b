import DjetModel
import DjetStore
import Foundation
import Logging

/// Tells the log and the audit of requests that were answered by 401 or 403.
final class RefusalWatch: Sendable {
    /// The action under which the audit has them.
    static let action = "request.refused"

    private let model: Model
    private let counts = Guarded(RefusalCounts())
    private let begins: AsyncStream<Void>
    private let begin: AsyncStream<Void>.Continuation

    init(_ model: Model) {
        self.model = model
        (begins, begin) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Notes one, unless others of its kind have been told of in the same minute: then it is counted.
    func note(_ kind: RefusalCounts.Kind) async {
        let told = counts.withLock { $0.count(kind, at: model.now) }
        begin.yield()
        await tell(told)
    }

    /// Tells the numbers at the end of each minute in which there were any, until the task is cancelled.
    func run() async {
        for await _ in begins {
            guard (try? await Task.sleep(for: .seconds(60))) != nil else { return }
            await tell(counts.withLock { $0.end() })
        }
    }

    private func tell(_ told: [RefusalCounts.Told]) async {
        guard !told.isEmpty else { return }
        let entries = told.map(Self.entry)
        for entry in entries {
            model.logger.notice(
                "requests were refused",
                metadata: [
                    "path": "\(entry.target)", "user": "\(entry.user ?? "")",
                    "address": "\(entry.address ?? "")",
                    "detail": "\(entry.detail)",
                ])
        }
        do {
            try await model.enter(Self.action, entries)
        } catch {
            model.logger.error("audit entries are missing", metadata: ["error": "\(error)"])
        }
    }

    private static func entry(_ told: RefusalCounts.Told) -> Model.ManyEntry {
        var detail: [String: JSONValue] = ["count": .number(.init(told.count))]
        guard let kind = told.kind else {
            return Model.ManyEntry(user: nil, target: "", detail: detail, address: nil)
        }
        detail["status"] = .number(.init(kind.status))
        detail["method"] = .text(kind.method)
        return Model.ManyEntry(user: kind.user, target: kind.path, detail: detail, address: kind.address)
    }
}
