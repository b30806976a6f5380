package enum BankumClient {}
