package io.tributary.stack.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.constructor.DuplicateKeyException;

/** The short forms that templates are written in. */
class CloudFormationYamlTest {
  @Test
  void writesShortFormsOut() {
    var read =
        CloudFormationYaml.read(
            """
            Name: !Ref Bucket
            Arn: !GetAtt Stage.Outputs.Arn
            Text: !Sub '${Bucket}/*'
            When: !If [Made, !Sub ['${a}', {a: !Ref B}], !Ref AWS::NoValue]
            Both: !And [!Condition Made, !Not [!Equals [!Ref X, '']]]
            """);

    assertThat(read.toString())
        .isEqualTo(
            ("{'Name':{'Ref':'Bucket'},'Arn':{'Fn::GetAtt':['Stage','Outputs.Arn']},"
                    + "'Text':{'Fn::Sub':'${Bucket}/*'},"
                    + "'When':{'Fn::If':['Made',{'Fn::Sub':['${a}',{'a':{'Ref':'B'}}]},"
                    + "{'Ref':'AWS::NoValue'}]},"
                    + "'Both':{'Fn::And':[{'Condition':'Made'},"
                    + "{'Fn::Not':[{'Fn::Equals':[{'Ref':'X'},'']}]}]}}")
                .replace('\'', '"'));
  }

  @Test
  void takesAPolicysVersionAsText() {
    assertThat(CloudFormationYaml.read("Version: 2012-10-17").path("Version").asText())
        .isEqualTo("2012-10-17");
  }

  @Test
  void refusesAKeyThatStandsTwice() {
    assertThatThrownBy(() -> CloudFormationYaml.read("A: {Type: X}\nA: {Type: Y}"))
        .isInstanceOf(DuplicateKeyException.class);
  }
}
