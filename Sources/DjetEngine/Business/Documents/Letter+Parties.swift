import DjetModel

extension Address {
    /// The lines of the address on a letter.
    var letterLines: [String] {
        let place = [postcode, city].compactMap { $0 }.joined(separator: " ")
        return ((lines ?? []) + [place, region ?? "", countryCode ?? ""]).filter { !$0.isEmpty }
    }
}

extension Seller {
    /// The lines below the sender's name.
    var letterLines: [String] {
        address.letterLines
            + [email, vatId.map { "VAT id \($0)" }, registration.map { "Register \($0)" }].compactMap { $0 }
    }
}
