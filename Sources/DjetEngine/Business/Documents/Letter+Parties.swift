import DjetModel

extension Address {
    /// The lines of the address on a letter.
    var letterLines: [String] {
        let place = [postcode, city].compactMap { $0 }.joined(separator: " ")
        return ((lines ?? []) + [place, region ?? "", countryCode ?? ""]).filter { !$0.isEmpty }
    }
}

extension Seller {
    /// Returns the lines below the sender's name.
    func letterLines(in words: Words) -> [String] {
        let others = [
            email, vatId.map { words("VAT id \($0)") }, registration.map { words("Register \($0)") },
        ]
        return address.letterLines + others.compactMap { $0 }
    }
}
