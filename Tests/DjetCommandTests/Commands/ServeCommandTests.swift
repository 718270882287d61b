import DjetTestSupport
import Foundation
import Glibc
import Testing

@Suite struct ServeCommandTests {
    @Test func aPortThatIsTakenIsNamedAndSoIsTheFlag() async throws {
        try await withDatabase(business: true) { database in
            let taken = try Listening()
            for command in ["serve", "up"] {
                let run = try await Run.office(command, "--port", "\(taken.port)", on: database)
                #expect(run.status == 78)
                #expect(
                    run.error.contains("Error: port \(taken.port) is already in use at "))
                #expect(run.error.contains("choose another with --port"), "\(run.error)")
                #expect(!run.error.contains("bind("))
            }
        }
    }

    @Test(arguments: [["up"], ["demo", "--output", "/tmp"]])
    func aPortThatIsTakenIsFoundBeforeAnythingIsMade(command: [String]) async throws {
        let scratch = try Scratch()
        let taken = try Listening()
        let run = try await Run(
            command + ["--port", "\(taken.port)", "--folder", "\(scratch.path)/pg"],
            environment: ["DATABASE_URL": ""])
        #expect(run.status == 78)
        #expect(
            run.error.contains("port \(taken.port) is already in use at 127.0.0.1"), "\(run.error)")
        #expect(!FileManager.default.fileExists(atPath: "\(scratch.path)/pg"))
    }

    @Test(arguments: ["192.0.2.1", "no.such.host.invalid"])
    func anAddressThatIsNotThisMachinesIsNamed(host: String) async throws {
        try await withDatabase(business: true) { database in
            let run = try await Run.office("serve", "--host", host, "--port", "0", on: database)
            #expect(run.status == 78)
            #expect(run.error.contains("“\(host)” is not an address of this machine"), "\(run.error)")
            #expect(run.error.contains("choose another with --host"))
        }
    }
}

/// A port with a listener.
private final class Listening: Sendable {
    let port: UInt16
    private let socket: Int32

    init() throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let (socket, size) = (socket, length)
        let code = withUnsafeMutablePointer(to: &place) { place in
            place.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(socket, address, size) == 0 && listen(socket, 1) == 0
                    ? getsockname(socket, address, &length) : -1
            }
        }
        guard code == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        port = UInt16(bigEndian: place.sin_port)
    }

    deinit {
        close(socket)
    }
}
