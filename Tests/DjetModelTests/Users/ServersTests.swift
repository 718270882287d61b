import DjetModel
import DjetTestSupport
import Testing

/// The addresses in links.
@Suite struct ServersTests {
    @Test func aLoopbackAddressIsGoodOnItsOwnMachineAlone() async throws {
        try await withPeople { people in
            let model = people.model
            _ = try await model.enterServer(at: "http://10.0.0.1:8080", machine: "far")
            people.clock.advance(by: 1)
            for address in ["http://127.0.0.1:8080", "http://localhost:8081", "http://[::1]:8082"] {
                _ = try await model.enterServer(at: address, machine: "near")
                #expect(try await model.siteAddress(on: "near") == address)
                #expect(try await model.siteAddress(on: "far") == "http://10.0.0.1:8080")
                people.clock.advance(by: 1)
            }
        }
    }

    @Test func aServerThatIsGoneIsForgotten() async throws {
        try await withPeople { people in
            let model = people.model
            let address = "http://127.0.0.1:8080"
            let id = try #require(try await model.enterServer(at: address, machine: "near"))
            people.clock.advance(by: 181)
            #expect(try await model.siteAddress(on: "near") == nil)
            try await model.seeServer(id)
            #expect(try await model.siteAddress(on: "near") == address)
            people.clock.advance(by: 181)
            #expect(try await model.enterServer(at: address, machine: "near") == id)
            #expect(try await model.siteAddress(on: "near") == address, "it was started again")
            try await model.leaveServer(id)
            #expect(try await model.siteAddress(on: "near") == nil)
        }
    }
}
