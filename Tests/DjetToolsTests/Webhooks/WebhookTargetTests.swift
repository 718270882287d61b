import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Hummingbird
import NIOSSL
import Testing

@testable import DjetTools

/// The addresses that webhooks reach, and those that they do not.
@Suite struct WebhookTargetTests {
    private func error(of url: String, by rules: WebhookRules) async throws -> (any Error)? {
        try await withDatabase { database in
            let model = database.model().providing(rules)
            do {
                _ = try await model.call(CallWebhook(url, CallWebhookTests.body))
                return nil
            } catch {
                return error
            }
        }
    }

    /// Returns the rules of a program that allows no network.
    private static var closed: WebhookRules {
        var rules = CallWebhookTests.rules
        rules.networks = []
        return rules
    }

    /// Other ways to write an address are of the system's look-up.
    @Test(arguments: [
        "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0", "localhost",
        "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "[::]", "169.254.169.254",
        "10.0.0.1", "[fd00:ec2::254]",
    ])
    func noWayLeadsToThisMachineOrAPrivateNetwork(host: String) async throws {
        try await Receiver.with({ _ in Response(status: .ok) }) { receiver in
            for scheme in ["http", "https"] {
                let error = try await error(of: "\(scheme)://\(host):\(receiver.port)/", by: Self.closed)
                guard case .forbidden? = error as? ModelError else {
                    Issue.record("\(scheme)://\(host): \(String(describing: error))")
                    continue
                }
            }
            #expect(receiver.heard.isEmpty)
        }
    }

    /// The name has no address in the system's look-up, which is not asked a second time.
    @Test func theConnectionGoesToTheAddressThatWasChecked() async throws {
        let asked = Guarded<[String]>([])
        var rules = CallWebhookTests.rules
        rules.lookUp = { host in
            let count = asked.withLock { asked in
                asked.append(host)
                return asked.count
            }
            return [count == 1 ? "127.0.0.1" : "127.0.0.2"].compactMap { IPAddress($0) }
        }
        try await Receiver.with({ _ in Response(status: .ok) }) { [rules] receiver in
            let error = try await error(of: "http://shop.test:\(receiver.port)/", by: rules)
            #expect(error == nil)
            #expect(receiver.heard.first?.headers["webhook-id"] != nil)
        }
        #expect(asked.withLock { $0 } == ["shop.test"])
    }

    @Test func ofManyAddressesOnlyAllowedOnesAreReached() async throws {
        var rules = Self.closed
        rules.lookUp = { _ in ["10.0.0.1", "::1", "1.1.1.1", "127.0.0.1"].compactMap { IPAddress($0) } }
        #expect(try await rules.target(of: WebhookAddress("https://shop.test/")).text == "1.1.1.1")
        await #expect(throws: ModelError.self) {
            try await rules.target(of: WebhookAddress("http://shop.test/"))
        }
        rules.networks = CallWebhookTests.rules.networks
        #expect(try await rules.target(of: WebhookAddress("http://shop.test/")).text == "127.0.0.1")
    }

    @Test func aHostWithoutAnAddressMayGetOne() async throws {
        let error = try await error(of: "https://no-such-host.invalid/", by: Self.closed)
        #expect(error is WebhookFailure)
    }

    @Test(arguments: [
        "", "shop.test", "ftp://shop.test/", "file:///etc/passwd", "https://", "https:///a", "http+unix://a/",
        "https://ada:secret@shop.test/", "https://sh%6fp.test/", "https://shop.test\\@other.test/",
        "https://[fe80::1%25eth0]/",
        "https://shop.test/\r\nx: y", "https://shöp.test/",
        "https://shop.test/" + String(repeating: "a", count: 2048),
    ])
    func otherAddressesAreRefused(url: String) {
        #expect(throws: ModelError.self) { try WebhookAddress(url) }
    }

    @Test func theCertificateMustBeTrustedAndOfTheHost() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "djet-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (key, certificate) = (folder.path() + "/key.pem", folder.path() + "/certificate.pem")
        let openssl = try TestProcess(
            "openssl",
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=shop",
                "-addext", "subjectAltName=DNS:shop.test", "-keyout", key, "-out", certificate,
            ], isBuiltHere: false)
        #expect(await openssl.exitCode() == 0)
        let tls = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMFile(certificate).map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem)))
        try await Receiver.with(tls: tls, { _ in Response(status: .ok) }) { receiver in
            var rules = CallWebhookTests.rules
            rules.lookUp = { _ in ["127.0.0.1"].compactMap { IPAddress($0) } }
            let untrusted = try await error(of: "https://shop.test:\(receiver.port)/", by: rules)
            #expect(untrusted is WebhookFailure)
            rules.trusted = certificate
            let other = try await error(of: "https://other.test:\(receiver.port)/", by: rules)
            #expect(other is WebhookFailure)
            #expect(receiver.heard.isEmpty)
            let trusted = try await error(of: "https://shop.test:\(receiver.port)/", by: rules)
            #expect(trusted == nil)
            #expect(receiver.heard.count == 1)
        }
    }
}
