import DjetCommand
import DjetModel
import Foundation
import Testing

@testable import DjetTools

@Suite struct WebhookSecretsTests {
    /// The example of the libraries of Standard Webhooks.
    static let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    static let message = WebhookMessage(
        id: "msg_p5jXN8AQM9LWM0D4loKWxJek", time: Date(timeIntervalSince1970: 1_614_265_330.7),
        body: #"{"test": 2432232314}"#)
    static let signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="

    @Test func theExampleOfStandardWebhooksIsSignedAsThere() throws {
        var secrets = WebhookSecrets()
        let isAdded = secrets.add(Self.secret)
        #expect(isAdded)
        #expect(try secrets.signature(of: Self.message, by: "default") == Self.signature)
    }

    @Test func allSecretsOfANameSign() throws {
        var secrets = WebhookSecrets()
        let isAdded = secrets.add("shop=whsec_" + Data(repeating: 7, count: 32).base64EncodedString())
        #expect(isAdded)
        let isAdded2 = secrets.add("shop=\(Self.secret)")
        #expect(isAdded2)
        let signatures = try secrets.signature(of: Self.message, by: "shop").split(separator: " ")
        #expect(signatures.count == 2)
        #expect(signatures.last.map(String.init) == Self.signature)
        #expect(throws: ModelError.self) { try secrets.signature(of: Self.message, by: "default") }
    }

    @Test(arguments: [
        "", "shop", "shop=", "shop=MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_", "whsec_c2hvcnQ=",
        "whsec_*****************************", "a b=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    ])
    func otherTextsAreNoSecrets(text: String) {
        var secrets = WebhookSecrets()
        let isAdded = secrets.add(text)
        #expect(!isAdded)
    }

    @Test func theSettingsAreRead() throws {
        let settings = try ToolSettings([
            "DJET_COMMANDS": "backup=/usr/bin/backup --quick, b.2=/b=c", "DJET_WEBHOOK_SECRETS": Self.secret,
            "DJET_WEBHOOK_NETWORKS": "10.0.0.0/8,fd00::/8",
        ])
        #expect(settings.programs.paths == ["backup": "/usr/bin/backup --quick", "b.2": "/b=c"])
        #expect(settings.webhooks.networks.count == 2)
        #expect(try settings.webhooks.secrets.signature(of: Self.message, by: "default") == Self.signature)
        let none = try ToolSettings(["DJET_COMMANDS": ""])
        #expect(none.programs.paths.isEmpty)
        #expect(none.webhooks.networks.isEmpty)
    }

    @Test(arguments: [
        ("DJET_COMMANDS", "backup"), ("DJET_COMMANDS", "backup=bin/backup"), ("DJET_COMMANDS", "=/b"),
        ("DJET_COMMANDS", "a=/a,a=/b"), ("DJET_COMMANDS", "a b=/b"), ("DJET_WEBHOOK_SECRETS", "hush=hush"),
        ("DJET_WEBHOOK_NETWORKS", "10.0.0.0/64"),
    ])
    func aWrongSettingIsNamedAndASecretIsNotTold(variable: String, value: String) {
        let error = #expect(throws: CommandFailure.self) { try ToolSettings([variable: value]) }
        #expect(error?.description.contains(variable) == true)
        #expect(error?.description.contains("hush") == false)
    }
}
