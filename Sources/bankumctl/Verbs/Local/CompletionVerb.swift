import BankumClient
import BankumWords

/// `completion SHELL`: a script that asks this program itself what could come next, so that it never grows old.
enum CompletionVerb {
  static let description = VerbDescription(
    "completion", arguments: [VerbDescription.Argument("SHELL", candidates: scripts.keys.sorted())],
    summary: .helpCompletionSummary, help: .helpCompletion
  ) { (invocation) throws(Complaint) in
    let shell = invocation.arguments[0]
    guard let script = scripts[shell] else {
      throw Complaint(usage: .usageNotOneOf(option: "SHELL", value: shell, allowed: scripts.keys.sorted()))
    }
    invocation.output.line(script)
    return .done
  }

  private static let scripts = [
    "bash": """
    # bash completion for bankumctl
    _bankumctl() {
      local word glued= words=()
      # bash parts "--json=pretty" at "=" into three words.
      for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
        if [[ $word == "=" && ${#words[@]} -gt 0 ]]; then
          words[-1]+="="
          glued=yes
        elif [[ -n $glued ]]; then
          words[-1]+=$word
          glued=
        else
          words+=("$word")
        fi
      done
      mapfile -t COMPREPLY < <(bankumctl __complete -- "${words[@]}" 2>/dev/null)
      if [[ ${COMPREPLY[0]} == ":files" ]]; then
        COMPREPLY=()
        compopt -o default
      elif [[ ${words[-1]} == *=* ]]; then
        COMPREPLY=("${COMPREPLY[@]#*=}")
      fi
    }
    complete -F _bankumctl bankumctl
    """,
    "zsh": """
    #compdef bankumctl
    _bankumctl() {
      local -a candidates
      candidates=("${(@f)$(bankumctl __complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
      if [[ "${candidates[1]}" == ":files" ]]; then
        compset -P '--*='
        _files
      elif [[ -n "${candidates[1]}" ]]; then
        compadd -- "${candidates[@]}"
      fi
    }
    # The first call of a function that is loaded from the search path runs this file.
    if [[ "${funcstack[1]}" == "_bankumctl" ]]; then
      _bankumctl "$@"
    else
      compdef _bankumctl bankumctl
    fi
    """,
    "fish": """
    # fish completion for bankumctl
    function __bankumctl_complete
      set -l words (commandline -opc) (commandline -ct)
      set -l candidates (bankumctl __complete -- $words[2..-1] 2>/dev/null)
      if test "$candidates[1]" = ":files"
        __fish_complete_path (commandline -ct)
      else
        string join \\n -- $candidates
      end
    end
    complete -c bankumctl -f -a '(__bankumctl_complete)'
    """,
  ]
}
