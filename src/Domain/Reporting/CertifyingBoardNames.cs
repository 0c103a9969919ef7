using System.Collections.Immutable;
using System.Diagnostics;
using CmeOrleans.Domain.Ledger;

namespace CmeOrleans.Domain.Reporting;

/// <summary>The codes and names of <see cref="CertifyingBoard"/>s.</summary>
public static class CertifyingBoardNames
{
    private static readonly ImmutableArray<CertifyingBoard> All = [CertifyingBoard.Abp, CertifyingBoard.Abim];

    /// <summary>The code in the API, which is also the field of the learner's <c>boardIds</c>.</summary>
    public static string ToCode(this CertifyingBoard board) => board switch
    {
        CertifyingBoard.Abp => ReportLines.AbpBoard,
        CertifyingBoard.Abim => "abim",
        _ => throw new UnreachableException($"No code for the board {board}."),
    };

    /// <summary>The name as the board writes it.</summary>
    public static string ToFullName(this CertifyingBoard board) => board switch
    {
        CertifyingBoard.Abp => "American Board of Pediatrics",
        CertifyingBoard.Abim => "American Board of Internal Medicine",
        _ => throw new UnreachableException($"No name for the board {board}."),
    };

    /// <summary>Reads a code as <see cref="ToCode"/> writes it.</summary>
    public static bool TryParse(string? code, out CertifyingBoard board)
    {
        board = All.FirstOrDefault(candidate => candidate.ToCode() == code);
        return board is not CertifyingBoard.None;
    }
}
