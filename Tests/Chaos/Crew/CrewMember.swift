import Foundation

/// A process of the run: this very program, with another subcommand.
final class CrewMember: Sendable {
    let post: Post
    /// Which of all processes of the run it is.
    let ordinal: Int
    let ending: Task<Ending, Never>
    private let process = Process()
    /// When nobody holds its other end any more, the process ends.
    private let input = Pipe()

    init(_ post: Post, ordinal: Int, _ arguments: [String], log: String) async throws {
        self.post = post
        self.ordinal = ordinal
        // Not where the program lay when it was started: another may lie there by now.
        process.executableURL = URL(filePath: "/proc/\(getpid())/exe")
        process.arguments = [post.part.rawValue] + arguments
        process.standardInput = input
        let output = FileHandle(appendingTo: log)
        process.standardOutput = output
        process.standardError = output
        let (stream, tell) = AsyncStream.makeStream(of: Ending.self)
        ending = Task { await stream.first { _ in true } ?? .exit(-1) }
        process.terminationHandler = {
            tell.yield(Ending($0))
            tell.finish()
        }
        try await process.start()
    }

    var id: Int32 { process.processIdentifier }

    /// `worker 2 (process 4711)`.
    var name: String { "\(post.part.rawValue) \(post.number) (process \(id))" }

    func signal(_ signal: Int32) {
        kill(id, signal)
    }
}
