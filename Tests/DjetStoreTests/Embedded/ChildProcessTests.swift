import DjetStore
import Foundation
import Glibc
import Testing

@Suite struct ChildProcessTests {
    @Test(arguments: [("exit 3", 3), ("kill -9 $$", 137)])
    func itTellsHowItEnded(script: String, code: Int32) async throws {
        let process = try ChildProcess(["/bin/sh", "-c", script])
        #expect(await process.exitCode() == code)
        #expect(!process.isRunning)
    }

    @Test func whatItReadsAndWritesAreItsPipes() async throws {
        let process = try ChildProcess(
            ["/bin/sh", "-c", "cat; echo bad >&2"], input: .pipe, output: .pipe, error: .pipe)
        try process.input?.write(contentsOf: Data("good".utf8))
        try process.input?.close()
        #expect(await process.exitCode() == 0)
        #expect(try process.output?.readToEnd() == Data("good".utf8))
        #expect(try process.error?.readToEnd() == Data("bad\n".utf8))
    }

    /// The number of descriptors exceeds the buffer beyond which Foundation's own `Process` reads.
    @Test func itHasNoneOfOurDescriptorsHoweverManyThereAre() async throws {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        let descriptors = (0..<1500).map { _ in dup(STDERR_FILENO) }
        defer { for descriptor in descriptors { close(descriptor) } }
        try #require(descriptors.allSatisfy { $0 >= 0 })
        let process = try ChildProcess(["/bin/sh", "-c", "echo /proc/$$/fd/*"], output: .pipe)
        #expect(await process.exitCode() == 0)
        let files = String(decoding: try process.output?.readToEnd() ?? Data(), as: UTF8.self)
        // Beside the three, the shell opens one to look.
        #expect((3...4).contains(files.split(separator: " ").count), "\(files)")
    }

    @Test func aSignalThatWeBlockReachesIt() async throws {
        let process = try await onOwnThread {
            var signals = sigset_t()
            sigfillset(&signals)
            pthread_sigmask(SIG_SETMASK, &signals, nil)
            return try ChildProcess(["/bin/sleep", "600"])
        }
        process.signal(SIGTERM)
        #expect(await process.exitCode() == 128 + SIGTERM)
    }
}
